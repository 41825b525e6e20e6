import com.sun.jdi.Bootstrap
import com.sun.jdi.event.BreakpointEvent
import com.sun.jdi.event.ClassPrepareEvent
import com.sun.jdi.event.VMDisconnectEvent

// The debugger: waits until the build says where it can attach, four times, as it does for whoever sits before it.
def log = new File(basedir, 'build.log')
def notes = new File(basedir, 'debugger.txt')
notes.text = ''

def debug = { String port ->
    def connector = Bootstrap.virtualMachineManager().attachingConnectors().find { it.name() == 'com.sun.jdi.SocketAttach' }
    def arguments = connector.defaultArguments()
    arguments.get('hostname').setValue('localhost')
    arguments.get('port').setValue(port)
    def vm = connector.attach(arguments)
    notes << 'attached\n'
    def prepare = vm.eventRequestManager().createClassPrepareRequest()
    prepare.addClassFilter('debug.Base')
    prepare.enable()
    vm.resume()
    for (boolean connected = true; connected;) {
        def events = vm.eventQueue().remove()
        events.each { event ->
            if (event instanceof ClassPrepareEvent) {
                def method = event.referenceType().methodsByName('stopHere').first()
                vm.eventRequestManager().createBreakpointRequest(method.location()).enable()
            } else if (event instanceof BreakpointEvent) {
                def base = event.location().declaringType()
                base.setValue(base.fieldByName('wasStopped'), vm.mirrorOf(true))
                notes << "stopped in ${event.thread().frame(0).location().method().name()}\n"
            } else if (event instanceof VMDisconnectEvent) {
                connected = false
            }
        }
        events.resume()
    }
    notes << 'ended\n'
}

def debugger = {
    def seen = 0
    try {
        while (seen < 4) {
            def ports = log.exists() ? (log.text =~ /at address: (\d+)\R/).collect { it[1] } : []
            if (ports.size() > seen) {
                debug(ports[seen++])
            } else {
                Thread.sleep(200)
            }
        }
    } catch (Exception e) {
        notes << "$e\n"
    }
}
def thread = new Thread(debugger as Runnable, 'debugger')
thread.daemon = true
thread.start()
return true
