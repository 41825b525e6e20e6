(1..40).each {
    def name = String.format('Short%02dTest', it)
    new File(basedir, "src/test/java/splitclass/${name}.java").text = """\
package splitclass;

class $name extends Short {}
"""
}
return true
