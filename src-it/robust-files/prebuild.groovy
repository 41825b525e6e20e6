import java.nio.file.Files

def target = basedir.toPath().resolve('target')
def mp = Files.createDirectories(target.resolve('mp'))
def surefire = Files.createDirectories(target.resolve('surefire'))
// Of a newer version; a folder in the place of a file; and what killed processes left, which no system has so many of.
mp.resolve('history.tsv').toFile().text = '# mp-history 99\nof the future\n'
Files.createDirectories(mp.resolve('run.jsonl/something'))
mp.resolve('mp-output.of-4000000.1.spill').toFile().text = 'left'
mp.resolve('history.tsv.of-4000000.1').toFile().text = 'left'
surefire.resolve('mp-worker-1.of-4000000.1-booter.tmp').toFile().text = 'left'
return true
