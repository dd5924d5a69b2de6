# Reads cells of the interface with PxWebApiData and prints key and value of each, tab between them.
suppressWarnings(suppressMessages(library(PxWebApiData)))
cells <- suppressMessages(get_api_data(commandArgs(trailingOnly = TRUE)[1]))[[2]]
keys <- paste(cells$Topic, cells$Region, cells$ContentsCode, cells$Tid)
values <- ifelse(is.na(cells$value), cells$NAstatus, sprintf("%.17g", cells$value))
cat(paste(keys, values, sep = "\t"), sep = "\n")
