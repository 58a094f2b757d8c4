package broadsheet.serve;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassType;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lets an {@link OutOfMemoryError} be thrown in another process at the beginning of a method, once, as a debugger can. */
final class ForcedErrors implements AutoCloseable {

    private final ListeningConnector connector;
    private final Map<String, Connector.Argument> arguments;
    private final String address;
    private VirtualMachine machine;
    private volatile String failure = "";

    ForcedErrors() throws Exception {
        connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(one -> one.transport().name().equals("dt_socket")).findFirst().orElseThrow();
        arguments = connector.defaultArguments();
        arguments.get("localAddress").setValue("127.0.0.1");
        address = connector.startListening(arguments);
    }

    /** What the other process is started with. */
    String flag() {
        return "-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,address=" + address;
    }

    /** Waits until the other process is there. */
    void accept() throws Exception {
        machine = connector.accept(arguments);
        Thread.ofPlatform().daemon().name("forced-errors").start(this::follow);
    }

    /**
     * The next thread that enters the method dies of the error there, unless something catches it.
     *
     * @param place the name of a class without {@code broadsheet.}, and of a method: {@code web.http.Sending.send}
     * @return a request that is no longer enabled once it has struck
     */
    EventRequest arm(String place) {
        int dot = place.lastIndexOf('.');
        List<Method> methods = new ArrayList<>();
        for (ReferenceType type : machine.classesByName("broadsheet." + place.substring(0, dot))) {
            type.methodsByName(place.substring(dot + 1)).stream().filter(method -> !method.isAbstract())
                    .forEach(methods::add);
        }
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("no such method was loaded: " + place);
        }
        BreakpointRequest request = machine.eventRequestManager().createBreakpointRequest(
                methods.getFirst().location());
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
        return request;
    }

    /** Why nothing is thrown any more; empty while all is well. */
    String failure() {
        return failure;
    }

    private void follow() {
        try {
            while (true) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    if (event instanceof BreakpointEvent reached && reached.request().isEnabled()) {
                        reached.request().disable();
                        strike(reached.thread());
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException | InterruptedException e) {
            // The process has ended.
        } catch (Exception e) {
            failure = e.toString();
            throw new IllegalStateException(e);
        }
    }

    private void strike(ThreadReference thread) throws Exception {
        ClassType type = (ClassType) machine.classesByName("java.lang.OutOfMemoryError").getFirst();
        Method constructor = type.concreteMethodByName("<init>", "()V");
        ObjectReference error = type.newInstance(thread, constructor, List.of(),
                ClassType.INVOKE_SINGLE_THREADED);
        error.disableCollection();
        thread.stop(error);
    }

    @Override
    public void close() throws IOException {
        try {
            connector.stopListening(arguments);
        } catch (com.sun.jdi.connect.IllegalConnectorArgumentsException e) {
            throw new IOException(e);
        }
    }
}
