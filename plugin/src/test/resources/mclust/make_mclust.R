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

# VVE by the M-step of Browne and McNicholas (2014). mclust's own turns the axes as if all volumes were equal: its fits stop
# where the likelihood still rises.
vve <- function(x, labels, k) {
  n <- nrow(x)
  d <- ncol(x)
  z <- unmap(labels)
  axes <- NULL
  last <- -Inf
  for (iteration in 1:20000) {
    counts <- colSums(z)
    means <- sapply(1:k, function(g) colSums(x * z[, g]) / counts[g])
    scatter <- lapply(1:k, function(g) {
      y <- sweep(x, 2, means[, g]) * sqrt(z[, g])
      crossprod(y)
    })
    if (is.null(axes)) axes <- eigen(Reduce(`+`, scatter), symmetric = TRUE)$vectors
    greatest <- sapply(scatter, function(s) max(eigen(s, symmetric = TRUE, only.values = TRUE)$values))
    before <- Inf
    for (round in 1:500) {
      lengths <- sapply(1:k, function(g) diag(t(axes) %*% scatter[[g]] %*% axes) / counts[g])
      objective <- sum(counts * colSums(log(lengths)))
      if (abs(before - objective) < 1e-13 * abs(objective)) break
      before <- objective
      f <- Reduce(`+`, lapply(1:k, function(g) (t(axes) %*% scatter[[g]] - greatest[g] * t(axes)) / lengths[, g]))
      s <- svd(f)
      axes <- s$v %*% t(s$u)
    }
    logs <- sapply(1:k, function(g) {
      y <- sweep(x, 2, means[, g]) %*% axes
      log(counts[g] / n) - 0.5 * (d * log(2 * pi) + sum(log(lengths[, g])) + rowSums(sweep(y^2, 2, lengths[, g], "/")))
    })
    largest <- apply(logs, 1, max)
    densities <- largest + log(rowSums(exp(logs - largest)))
    z <- exp(logs - densities)
    loglik <- sum(densities)
    if (abs(loglik - last) < 1e-12 * abs(loglik)) break
    last <- loglik
  }
  list(loglik = loglik, z = z)
}

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
  # mclust's own start: hierarchical clustering, VVV on columns scaled by SVD; in one column equal shares of the rows
  tree <- if (d > 1) hc(x, modelName = "VVV", use = "SVD")
  for (k in 1:most) {
    labels <- if (k == 1) rep(1, nrow(x)) else if (d == 1) mclust:::qclass(as.vector(x), k) else as.vector(hclass(tree, k))
    starts <- c(starts, paste(name, k, paste(labels, collapse = ""), sep = ","))
    for (family in families) {
      began <- proc.time()[[3]]
      fit <- if (family == "VVE" && k > 1) try(vve(x, labels, k), silent = TRUE) else try(me(x, modelName = family, z = unmap(labels), control = control, warn = FALSE), silent = TRUE)
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
