# Writes prior.csv: fits with mclust's default prior from the starts in starts.csv; run in this folder after make_mclust.R.
suppressMessages(library(mclust))
options(digits = 17)
control <- emControl(tol = c(1e-13, 1e-13), itmax = c(50000, 5000))
text <- function(x) formatC(x, digits = 17, format = "g", width = 1)
starts <- read.csv("starts.csv", colClasses = "character")
lines <- "data,family,k,loglik,variance,mean"
for (row in seq_len(nrow(starts))) {
  name <- starts$data[row]
  k <- as.integer(starts$k[row])
  if (k < 2 || k > 4) next
  x <- as.matrix(read.csv(file.path("data", paste0(name, ".csv"))))
  # not EII, EEI, EVI: for these, mclust's me() and mstep() are not of one mind (README.md)
  families <- if (ncol(x) == 1) c("E", "V") else c("VII", "VEI", "VVI", "EEE", "EEV", "VEV", "VVV")
  z <- unmap(as.integer(strsplit(starts$classes[row], "")[[1]]))
  for (family in families) {
    fit <- me(x, modelName = family, z = z, prior = priorControl(), control = control, warn = FALSE)
    if (!is.finite(fit$loglik)) next
    v <- fit$parameters$variance
    first <- if (ncol(x) == 1) v$sigmasq[1] else v$sigma[1, 1, 1]
    lines <- c(lines, paste(name, family, k, text(fit$loglik), text(first), text(as.matrix(fit$parameters$mean)[1]), sep = ","))
  }
}
writeLines(lines, "prior.csv")
