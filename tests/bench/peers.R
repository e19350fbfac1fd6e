# SPDX-License-Identifier: MIT
# Times R, and its package collapse where it is installed, on arrays like those
# of bench.c, as CSV rows of the same form.   usage: Rscript peers.R SIZE...

rounds <- 5
has_collapse <- requireNamespace("collapse", quietly = TRUE)

row <- function(task, who, n, call) {
    repeats <- max(1, 200000 %/% n)
    call()
    times <- replicate(rounds, {
        start <- Sys.time()
        for (i in seq_len(repeats)) call()
        as.numeric(Sys.time() - start, units = "secs") * 1e9 / (repeats * n)
    })
    cat(sprintf("%s,%s,%d,1,0,%.4f\n", task, who, n, median(times)))
}

for (size in as.numeric(commandArgs(trailingOnly = TRUE))) {
    n <- as.integer(size)
    set.seed(1)
    x <- 100 + 8 * runif(n)
    y <- x * (1 + 0.5 * runif(n))
    rates <- runif(n) / 16
    swings <- (runif(n) - 0.5) * 2^-10
    row("rate", "R", n, function() x[-1] / x[-n] - 1)
    row("log growth", "R", n, function() diff(log(x)))
    row("CAGR of two columns", "R", n, function() (y / x)^0.1 - 1)
    row("compound", "R", n, function() (1 + rates)^12 - 1)
    row("sum", "R", n, function() sum(x))
    row("cumulative growth", "R", n, function() cumprod(1 + swings) - 1)
    if (!has_collapse || n <= 12) next
    row("rate", "collapse", n, function() collapse::fgrowth(x, scale = 1))
    row("year-ago rate", "collapse", n,
        function() collapse::fgrowth(x, 12, scale = 1))
    row("log growth", "collapse", n,
        function() collapse::fgrowth(x, scale = 1, logdiff = TRUE))
    row("sum", "collapse", n, function() collapse::fsum(x))
}
