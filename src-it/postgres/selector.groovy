// PostgreSQL does not run as root; a user namespace hides it, where the machine allows one.
try {
    return System.getProperty('user.name') != 'root' || ['unshare', '-U', 'true'].execute().waitFor() == 0
} catch (IOException e) {
    return false
}
