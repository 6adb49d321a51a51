# Standard errors and intervals by mclust's MclustBootstrap, and mclustBootstrapLRT. Run here: Rscript make_bootstrap.R
library(mclust)
stopifnot(packageVersion("mclust") == "6.0.0")
RNGkind("Mersenne-Twister")
nboot <- 4999
number <- function(x) format(x, digits = 17, scientific = TRUE, trim = TRUE)
tight <- emControl(tol = c(1e-10, 1e-10), itmax = 10000)

rows <- list()
for (model in c("VVV", "EEE")) {
  fit <- Mclust(faithful, G = 2, modelNames = model, control = tight, verbose = FALSE)
  order <- order(fit$parameters$mean[1, ])
  for (type in c("bs", "wlbs", "pb")) {
    set.seed(1)
    boot <- MclustBootstrap(fit, nboot = nboot, type = type, verbose = FALSE)
    add <- function(kind, k, i, j, estimate, values)
      rows[[length(rows) + 1]] <<- data.frame(model, type, kind, component = k - 1, i = i - 1, j = j - 1,
        estimate = number(estimate), se = number(sd(values)), low = number(quantile(values, 0.025)),
        high = number(quantile(values, 0.975)))
    for (k in 1:2) {
      c <- order[k]
      add("weight", k, 1, 1, fit$parameters$pro[c], boot$pro[, c])
      for (i in 1:2) {
        add("mean", k, i, 1, fit$parameters$mean[i, c], boot$mean[, i, c])
        for (j in 1:i)
          add("covariance", k, i, j, fit$parameters$variance$sigma[i, j, c], boot$variance[, i, j, c])
      }
    }
  }
}
write.csv(do.call(rbind, rows), "errors.csv", row.names = FALSE, quote = FALSE)

set.seed(1)
test <- mclustBootstrapLRT(faithful, modelName = "VVV", nboot = 999, maxG = 2, verbose = FALSE)
write.csv(data.frame(components = test$G, statistic = number(test$obs), p = number(test$p.value)), "test.csv",
  row.names = FALSE, quote = FALSE)
