# SPDX-License-Identifier: MIT
# A dot for the rate recomputed from published levels with what their rounding
# leaves open, and under it the published rate with its own.
height = 580
heading = "Growth, per cent a year"
source = "Bars: every value that prints as the published figures. Sources in examples/data/digital_trade.csv."
load "style.gp"
file = data."/growth.tsv"
stats file using 2 nooutput
rows = STATS_records
set yrange [-rows + 0.3:0.8]
set xrange [0:24]
set grid xtics noytics linestyle 9
set lmargin 46
set key at screen 0.98, graph 1.0 right bottom horizontal
set bars 0.6
plot file using 2:(-$0 + 0.13):3:4:ytic(1) with xerrorbars pointtype 7 pointsize 0.5 linecolor rgb blue title "recomputed, with its interval", \
     "" using ($8 == 0 ? $5 : NaN):(-$0 - 0.17):6:7 with xerrorbars pointtype 5 pointsize 0.5 linecolor rgb green title "published, agrees", \
     "" using ($8 == 1 ? $5 : NaN):(-$0 - 0.17):6:7 with xerrorbars pointtype 9 pointsize 0.7 linecolor rgb red title "published, inconsistent"
