"""Small tools on text that several rooms share: sentences, quotation marks, folding."""
