# SPDX-License-Identifier: MIT
# The parts overlap, so that their shares are not stacked.
height = 420
heading = "Parts of global digital trade, per cent of the total"
source = "Bars: what the rounding of the published levels leaves open. The parts overlap."
load "style.gp"
set xrange [2019.4:2024.6]
set yrange [20:80]
set xtics (2020, 2024)
set key off
file = data."/shares.tsv"
set label 1 "digitally delivered" at 2022, 70.5 center textcolor rgb green
set label 2 "digitally ordered" at 2022, 36.8 center textcolor rgb orange
plot file using 1:2:3:4 with yerrorlines pointtype 7 pointsize 0.7 linewidth 2 linecolor rgb green, \
     "" using 1:5:6:7 with yerrorlines pointtype 5 pointsize 0.7 linewidth 2 linecolor rgb orange, \
     "" using 1:2:(sprintf("%.1f %%", $2)) with labels offset 0,1.2 textcolor rgb green, \
     "" using 1:5:(sprintf("%.1f %%", $5)) with labels offset 0,1.2 textcolor rgb orange
