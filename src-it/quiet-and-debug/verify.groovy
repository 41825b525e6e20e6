import io.github.surefiremp.it.BuildLog
import io.github.surefiremp.it.Reports

def reports = { basedir.toPath().resolve("target/reports-$it") }
['mp', 'debug'].each {
    def differences = Reports.compare(reports('stock'), reports(it))
    assert differences.isEmpty(): differences.join('\n')
}
assert Reports.load(reports('mp')).counts() == new Reports.Counts(2, 0, 0, 0, 0)

// With -X Maven says this first; all before it is of the quiet builds.
def text = new File(basedir, 'build.log').text
def quiet = text.substring(0, text.lastIndexOf('\n', text.indexOf('Error stacktraces are turned on')))
def told = quiet.readLines().findAll { it =~ /\b(INFO|WARN|WARNING|ERROR)\b/ || it.contains('mp:') }
assert told == []
assert BuildLog.read(basedir.toPath()).says(1, 'mp: np=2')
return true
