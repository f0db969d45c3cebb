store-locked = The data folder { $folder } is in use by another Porte-Parole (process { $process }). Stop it, or choose another folder with --data.
store-not-writable = The data folder { $folder } cannot be written ({ $reason }). Mend its permissions, or choose another folder with --data.
store-empty = No article could be read in { $sources }. Put .txt, .md, .html, .pdf or .jsonl files there and try again.
store-server-away = The Chroma server { $address } does not answer ({ $reason }). Nothing has changed. Start it, or mend chroma.url, and try again.
