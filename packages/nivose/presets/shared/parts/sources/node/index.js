#!/usr/bin/env node
console.log("@name@");
