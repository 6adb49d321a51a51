# Writes public data sets of R, mclust and MASS as CSV: Rscript real.R FOLDER
folder <- commandArgs(TRUE)[1]
write <- function(name, columns) write.csv(columns, file.path(folder, paste0(name, ".csv")), row.names = FALSE)
numbers <- function(data) as.data.frame(data)[sapply(as.data.frame(data), is.numeric)]
suppressMessages(library(mclust))
data(acidity, diabetes, thyroid, banknote, package = "mclust")
write("iris", numbers(datasets::iris))
write("faithful", datasets::faithful)
write("acidity", data.frame(acidity))
write("diabetes", numbers(diabetes))
write("thyroid", numbers(thyroid))
write("banknote", numbers(banknote))
if (requireNamespace("MASS", quietly = TRUE)) {
  write("galaxies", data.frame(galaxies = MASS::galaxies / 1000))
  write("crabs", MASS::crabs[c("FL", "RW", "CL", "CW", "BD")])
}
