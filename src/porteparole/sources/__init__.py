"""Where articles come from beside the folder: an uploaded file, a page of the web, a feed."""
