# SPDX-License-Identifier: MIT
height = 450
heading = "Global digital trade, exports, trillion US$"
source = "Levels as published; China Daily, 27 September 2025."
load "style.gp"
set style data histograms
set style histogram clustered gap 1.2
set style fill solid noborder
set boxwidth 0.9
set yrange [0:9]
set xrange [-0.6:1.6]
set format y "%.0f"
file = data."/levels.tsv"
plot file using 2:xtic(1) linecolor rgb blue title "digital trade", \
     "" using 3 linecolor rgb green title "digitally delivered", \
     "" using 4 linecolor rgb orange title "digitally ordered", \
     "" using ($0-0.25):2:(sprintf("%.2f",$2)) with labels offset 0,0.7 notitle, \
     "" using ($0):3:(sprintf("%.2f",$3)) with labels offset 0,0.7 notitle, \
     "" using ($0+0.25):4:(sprintf("%.2f",$4)) with labels offset 0,0.7 notitle
