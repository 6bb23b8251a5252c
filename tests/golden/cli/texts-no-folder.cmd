$TRUCE snapshot --texts no-such-folder
