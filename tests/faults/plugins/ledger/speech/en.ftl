name = the ledger
menu = write in the ledger
bell = The bell.
noted = Noted { $thing }.
rung = A bell for { $thing }.
not-rung = No bell for { $thing }, since { $status }.
