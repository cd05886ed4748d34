# The name of the file that people import by path.
import ./lib
