# Reads a JSON-stat file with rjstat and prints key and value of each cell, tab between them.
suppressWarnings(suppressMessages(library(rjstat)))
cells <- fromJSONstat(paste(readLines(commandArgs(trailingOnly = TRUE)[1], encoding = "UTF-8"), collapse = "\n"), naming = "id")
keys <- paste(cells$Topic, cells$Region, cells$ContentsCode, cells$Tid)
cat(paste(keys, ifelse(is.na(cells$value), "NA", sprintf("%.17g", cells$value)), sep = "\t"), sep = "\n")
