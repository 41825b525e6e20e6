module classpathmodes {}
