$TRUCE --version
