# Reads a PX file with pxR and prints key and value of each cell, codes for labels, tab between them.
suppressWarnings(suppressMessages(library(pxR)))
px <- read.px(commandArgs(trailingOnly = TRUE)[1])
cells <- as.data.frame(px, use.codes = TRUE)
names <- sapply(c("Topic", "Region", "ContentsCode", "Tid"), function(code) names(px$VARIABLECODE)[px$VARIABLECODE == code])
keys <- do.call(paste, lapply(names, function(name) as.character(cells[[name]])))
cat(paste(keys, ifelse(is.na(cells$value), "NA", sprintf("%.17g", cells$value)), sep = "\t"), sep = "\n")
