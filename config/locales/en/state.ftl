# The state database: actions, refused questions, the generation that answers.

state-wrong-address = The address of the state database (state.url) cannot be used. Write postgresql://USER:PASSWORD@HOST/NAME, or leave it empty for a file in the data folder.
state-no-driver = The driver for PostgreSQL is not installed: pip install "psycopg[binary]", or leave state.url empty.
state-unreachable = The state database { $place } cannot be opened ({ $reason }). Check the server, the address and the rights; if the file is damaged, `porteparole restore` puts a backup in its place.
state-newer = The state database { $place } was written by a newer Porte-Parole. Install that version, or restore an older backup.
state-failed = The state database { $place } could not be read or written ({ $reason }). Nothing was changed; try again when it answers.
