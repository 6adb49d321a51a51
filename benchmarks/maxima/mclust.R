# Fits VVV (in one column V) by mclust to one data set: Rscript mclust.R FILE K; prints log-likelihood and seconds
arguments <- commandArgs(TRUE)
suppressMessages(library(mclust))
rows <- as.matrix(read.csv(arguments[1]))
rows <- rows[, colnames(rows) != "z", drop = FALSE]
took <- system.time(fit <- Mclust(rows, G = as.integer(arguments[2]), modelNames = if (ncol(rows) == 1) "V" else "VVV",
                                  verbose = FALSE))
cat(if (is.null(fit)) NA else fit$loglik, took[["elapsed"]], "\n")
