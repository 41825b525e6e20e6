import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports
import java.nio.file.Files

def log = BuildLog.read(basedir.toPath())
assert log.says(1, 'mp: stays out')
assert log.says(2, 'mp: np=3')

// Not the whole reports: 50 MB in an XML file are no help. What a test writes past System.out is compared neither:
// stock reads it from the channel that it also uses itself, and calls it a corruption; mp logs it.
def cases = { variant ->
    def found = []
    basedir.toPath().resolve("target/reports-$variant").toFile().listFiles()
            .findAll { it.name ==~ /TEST-.*\.xml/ }
            .each { file ->
                file.withInputStream { stream ->
                    def reader = javax.xml.stream.XMLInputFactory.newFactory().createXMLStreamReader(stream)
                    while (reader.hasNext()) {
                        if (reader.next() == javax.xml.stream.XMLStreamConstants.START_ELEMENT
                                && reader.localName in ['testcase', 'failure', 'error', 'skipped']) {
                            found << file.name + ' ' + reader.localName + ' ' + reader.getAttributeValue(null, 'name')
                        }
                    }
                }
            }
    found.sort()
}
assert cases('stock').size() == 7
assert cases('mp') == cases('stock')

def printed = { variant ->
    def lines = 0
    def wrong = 0
    def lengths = []
    def file = basedir.toPath().resolve("target/reports-$variant/bigoutput.FloodTest-output.txt").toFile()
    file.eachLine('UTF-8') {
        if (it.startsWith('long ')) {
            lengths << it.length()
            return
        }
        if (it != "line $lines ".padRight(99, 'x')) {
            wrong++
        }
        lines++
    }
    [lines: lines, wrong: wrong, lengths: lengths]
}
assert printed('mp') == [lines: 500_000, wrong: 0, lengths: [10_000_000]]
assert printed('stock') == printed('mp')

def normal = { basedir.toPath().resolve("target/reports-$it/bigoutput.NormalTest-output.txt").toFile().text }
assert normal('mp') == normal('stock')
assert normal('mp').contains('normal output')
return true
