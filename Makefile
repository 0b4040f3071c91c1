# Each target is one script in Scripts/, which says what it does and why.

.PHONY: help run build test lint format media soak bench mutants clean

help:
	@echo "make run      build Heed and start a demonstration on this machine"
	@echo "make build    build everything"
	@echo "make test     run every test: units, both SQL engines, browser"
	@echo "make lint     check format, arrows between targets, file sizes, paths in the docs"
	@echo "make format   put the Swift files into the project's format"
	@echo "make media    make the film and the booklets again from their sources"
	@echo "make soak     the long tests: kills, timing"
	@echo "make bench    measure, one 'name value unit' line for each figure"
	@echo "make mutants  break the program on purpose and show which test notices"
	@echo "make clean    remove what was built; keeps the demonstration's data"

run build test lint format media soak bench mutants clean:
	@Scripts/$@
