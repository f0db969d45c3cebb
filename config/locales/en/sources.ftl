# Articles from elsewhere: an uploaded file, a page of the web, a feed.

# -- addresses

sources-no-address = “{ $address }” is not a web address. Write it in full, beginning with https:// or http://.
sources-with-password = This address holds a user name or a password. Only pages that anyone can read are fetched.
sources-port = This address names the port { $port }. Only the ports of the web are used (80 and 443).
sources-not-public = This address leads into a private or local network. Only the public web is fetched.
sources-no-host = There is no site { $host }. Check the address.
sources-unreachable = { $host } cannot be reached, or broke off. Try again later.
sources-certificate = The certificate of { $host } is not valid, so that nobody knows who answers there.
sources-slow = The site did not answer within { $seconds } seconds. Try again later.
sources-large = The page is too large ({ $limit } MB at most).
sources-redirects = The site redirects more than { $limit } times. Give the address where the article stands in the end.
sources-status = { $status ->
    [401] { $host } wants a login for this page (401). Only pages that anyone can read are fetched.
    [403] { $host } does not let programs read this page (403). Save it and upload the file.
    [404] { $host } has no such page (404). Check the address.
    [410] { $host } has taken this page away (410).
    [429] { $host } has been asked too often (429). Try again later.
   *[other] { $host } answers with the error { $status }. Try again later.
}
sources-robots = { $host } asks programs not to read this page (robots.txt, for { $name }). Save it yourself and upload the file, if you may.
sources-robots-silent = { $host } does not say what programs may read (its robots.txt cannot be had), so nothing is read. Try again later.
sources-type = There is neither an article nor a feed at this address ({ $type }). HTML, text, Markdown, PDF, RSS and Atom are read.

# -- feeds

sources-no-feed = There is no RSS or Atom feed at this address, or it is damaged.
sources-empty-feed = This feed has no entries.
sources-entry-without-address = This entry of the feed has no address.
sources-entry-is-feed = This entry of the feed leads to another feed.

# -- files and what is said about them

sources-format = { $file } is of a format that is not read. Possible formats: { $formats }
sources-empty-file = { $file } is empty.
sources-wrong-title = “{ $value }” cannot be a title. Write a text.
sources-wrong-publisher = “{ $value }” cannot be a publisher. Write a text.
sources-wrong-published = “{ $value }” is not a date. Write 2025-02-12, 2025-02 or 2025.
sources-wrong-url = “{ $value }” is not a web address. Write it in full: https://…
sources-wrong-language = “{ $value }” is neither fr nor en.
