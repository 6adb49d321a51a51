# Components merged to clusters by mclust's clustCombi. Run here: Rscript make_merging.R
library(mclust)
stopifnot(packageVersion("mclust") == "6.0.0")
number <- function(x) format(x, digits = 17, scientific = TRUE, trim = TRUE)
cases <- list(list("faithful", "VVV", 5), list("iris", "VVV", 4), list("plane3", "VVV", 6), list("galaxies", "V", 4),
  list("overlap3", "V", 5))
parameters <- steps <- labels <- NULL
for (case in cases) {
  data <- as.matrix(read.csv(file.path("../../reference/data", paste0(case[[1]], ".csv"))))
  fit <- Mclust(data, G = case[[3]], modelNames = case[[2]], verbose = FALSE,
    control = emControl(tol = c(1e-12, 1e-12), itmax = 100000))
  stopifnot(!is.null(fit))
  d <- ncol(data)
  K <- case[[3]]
  mean <- matrix(fit$parameters$mean, nrow = d)
  sigma <- if (d == 1) array(fit$parameters$variance$sigmasq, c(1, 1, K)) else fit$parameters$variance$sigma
  for (k in 1:K) {
    add <- function(kind, i, j, value)
      parameters <<- rbind(parameters, data.frame(data = case[[1]], kind, component = k - 1, i = i - 1, j = j - 1,
        value = number(value)))
    add("weight", 1, 1, fit$parameters$pro[k])
    for (i in 1:d) {
      add("mean", i, 1, mean[i, k])
      for (j in 1:d) add("covariance", i, j, sigma[i, j, k])
    }
  }
  combi <- clustCombi(fit)
  optimum <- clustCombiOptim(combi)$numClusters.combi
  for (count in K:1) {
    z <- combi$combiz[[count]]
    steps <- rbind(steps, data.frame(data = case[[1]], clusters = count,
      entropy = number(-sum(ifelse(z > 0, z * log(z), 0))), optimum))
    labels <- rbind(labels, data.frame(data = case[[1]], clusters = count,
      labels = paste(combi$classification[[count]] - 1, collapse = "")))
  }
}
write.csv(parameters, "mixtures.csv", row.names = FALSE, quote = FALSE)
write.csv(steps, "steps.csv", row.names = FALSE, quote = FALSE)
write.csv(labels, "labels.csv", row.names = FALSE, quote = FALSE)
