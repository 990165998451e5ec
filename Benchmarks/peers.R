# Measures an R package: peers.R PACKAGE TABLE.csv RESAMPLES prints the processor time in seconds.
# Packages are looked for in R's own library and in R_LIBS. Nothing is printed for an absent one.
words <- commandArgs(trailingOnly = TRUE)
if (!suppressWarnings(require(words[1], quietly = TRUE, character.only = TRUE))) quit()
counts <- as.matrix(read.csv(words[2], check.names = FALSE))
resamples <- as.integer(words[3])

run <- switch(words[1],
  SparseMSE = function() {
    SparseMSE::estimatepopulation(counts, nboot = resamples, pthresh = 0.02)
  },
  # Only the 60 models that are best for the table itself; all 1 024 take it hours.
  MultipleSystemsEstimation = function() {
    MultipleSystemsEstimation::estimate_population_bic(
      counts, nboot = resamples, maxorder = 2, ntopmodels = 60
    )
  },
  dga = {
    lists <- ncol(counts) - 1
    cells <- array(0, rep(2, lists))
    cells[counts[, 1:lists] + 1] <- counts[, lists + 1]
    grid <- unique(round(seq(1, 29 * sum(counts[, lists + 1]), length.out = 1000)))
    data(list = paste0("graphs", lists), package = "dga")
    graphs <- get(paste0("graphs", lists))
    function() dga::bma.cr(cells, grid, 2^-lists, graphs)
  }
)
invisible(if (words[1] == "dga") run())
times <- if (words[1] == "dga") 5 else 1
took <- system.time(for (i in seq_len(times)) capture.output(run()))
cat((took[["user.self"]] + took[["sys.self"]]) / times)
