$TRUCE --version | sed 2d
