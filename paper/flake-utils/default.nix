# For those who do not evaluate flakes.
import ./lib { }
