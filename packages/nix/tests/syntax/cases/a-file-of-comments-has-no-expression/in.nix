# nothing
/* still nothing */
