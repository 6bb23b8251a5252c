# What a reader is told to do is done, and what is said to come comes; UPDATE=1 writes it into the page.
python3 tests/tutorial.py $TRUCE doc/tutorial.md
