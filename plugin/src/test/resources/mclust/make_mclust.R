# Writes the reference values of this folder; run in it, after make_wine.py. R with mclust 6.0.0.
suppressMessages(library(mclust))
options(digits = 17)

sets <- list(
  iris = as.matrix(iris[, 1:4]),
  faithful = as.matrix(faithful),
  diabetes = as.matrix(diabetes[, -1]),
  thyroid = as.matrix(thyroid[, -1]),
  wine = as.matrix(read.csv("data/wine.csv")),
  galaxies = as.matrix(MASS::galaxies / 1000),
  acidity = as.matrix(acidity))
colnames(sets$galaxies) <- "velocity"
colnames(sets$acidity) <- "acidity"
most <- 5

# EM goes on until nothing changes any more, so that only the maximum is compared
control <- emControl(tol = c(1e-13, 1e-13), itmax = c(50000, 5000))

text <- function(x) formatC(x, digits = 17, format = "g", width = 1)

fits <- "data,family,k,loglik,parameters,bic,icl,classes"
starts <- "data,k,classes"
for (name in names(sets)) {
  x <- sets[[name]]
  if (name != "wine") write.csv(x, file.path("data", paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
  d <- ncol(x)
  families <- if (d == 1) c("E", "V") else mclust.options("emModelNames")
  # mclust's own start: hierarchical clustering, VVV on columns scaled by SVD; in one column V
  tree <- hc(x, modelName = if (d == 1) "V" else "VVV", use = if (d == 1) "VARS" else "SVD")
  for (k in 1:most) {
    labels <- if (k == 1) rep(1, nrow(x)) else as.vector(hclass(tree, k))
    starts <- c(starts, paste(name, k, paste(labels, collapse = ""), sep = ","))
    for (family in families) {
      began <- proc.time()[[3]]
      fit <- try(me(x, modelName = family, z = unmap(labels), control = control, warn = FALSE), silent = TRUE)
      sound <- !inherits(fit, "try-error") && is.finite(fit$loglik)
      if (sound) {
        p <- nMclustParams(family, d, k)
        bic <- 2 * fit$loglik - p * log(nrow(x))
        z <- matrix(fit$z, nrow(x))
        classes <- max.col(z, ties.method = "first")
        certain <- sum(log(z[cbind(seq_len(nrow(x)), classes)])) # mclust's icl() takes the classes for certain
        fits <- c(fits, paste(name, family, k, text(fit$loglik), p, text(bic), text(bic + 2 * certain), paste(classes, collapse = ""), sep = ","))
      } else {
        fits <- c(fits, paste(name, family, k, "NA,NA,NA,NA,NA", sep = ","))
      }
      cat(name, family, k, if (sound) fit$loglik else NA, round(proc.time()[[3]] - began, 2), "s\n")
    }
  }
}
writeLines(fits, "fits.csv")
writeLines(starts, "starts.csv")
