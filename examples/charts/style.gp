# SPDX-License-Identifier: MIT
# Shared by the charts.  In: data, the folder of the tables; out, the name of
# the picture without its ending; kind, png or svg; height; heading; source.
if (kind eq "png") {
  set terminal pngcairo size 1600,height*2 font "Sans,22" linewidth 2 pointscale 1.6
} else {
  set terminal svg size 800,height font "Sans,12" background "white"
}
set output out.".".kind
set datafile separator "\t"
set encoding utf8
set border 3 linecolor "#666666"
set tics nomirror textcolor "#333333"
set style line 9 linecolor "#cccccc" linewidth 0.5 dashtype solid
set grid ytics linestyle 9
set tmargin 3.5
set bmargin 4
set label 90 heading at screen 0.02, graph 1.0 offset 0,2 left font ",".(kind eq "png" ? "26" : "14")
set label 91 source at screen 0.02, screen 0.03 left textcolor "#666666" noenhanced font ",".(kind eq "png" ? "18" : "10")
set key left top Left reverse samplen 2
# Colours that differ in print and for the colour-blind (Okabe and Ito).
blue = "#0072B2"; orange = "#E69F00"; green = "#009E73"; red = "#D55E00"
