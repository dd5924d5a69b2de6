# Reads CSV, CSV for Swedish Excel and XLSX as R does and prints format, key and value of each cell, tab between them.
suppressWarnings(suppressMessages(library(readxl)))
symbols <- c(c = ":", u = "..", x = "..", z = ".")

say <- function(format, topic, region, measure, time, number, status) {
  text <- ifelse(status %in% names(symbols), symbols[status], sprintf("%.17g", number))
  cat(paste(format, paste(topic, region, measure, time), text, sep = "\t"), sep = "\n")
}

columns <- c(Topic = "character", Region = "character", ContentsCode = "character", Tid = "character",
             value = "numeric", status = "character")
folder <- commandArgs(trailingOnly = TRUE)[1]
rows <- read.csv(file.path(folder, "rates.csv"), colClasses = columns, na.strings = "", fileEncoding = "UTF-8")
say("csv", rows$Topic, rows$Region, rows$ContentsCode, rows$Tid, rows$value, rows$status)
rows <- read.csv2(file.path(folder, "rates.excel-sv.csv"), colClasses = columns, na.strings = "",
                  fileEncoding = "UTF-8-BOM")
say("excel-sv", rows$Topic, rows$Region, rows$ContentsCode, rows$Tid, rows$value, rows$status)
rows <- read_excel(file.path(folder, "rates.xlsx"), sheet = "Tabell 1",
                   col_types = c(rep("text", 12), "list", "text"))
numbers <- vapply(rows[[13]], function(cell) if (is.numeric(cell)) cell else NA_real_, 0)
stopifnot(all(!is.na(numbers[rows[[14]] == "A"])))
say("xlsx", rows[[1]], rows[[3]], rows[[9]], rows[[11]], numbers, rows[[14]])
