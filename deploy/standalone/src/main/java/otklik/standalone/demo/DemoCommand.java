package otklik.standalone.demo;

import java.util.concurrent.Callable;
import otklik.standalone.client.OtklikClient;
import otklik.standalone.client.OtklikUnreachable;
import otklik.standalone.command.StateOption;
import otklik.standalone.launch.LaunchException;
import otklik.standalone.launch.Port;
import otklik.standalone.launch.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code otklik demo}: returns 0 only if the reply stands exactly once on the simulated wall. */
@Command(
        name = "demo",
        description =
                "Провести одно сообщение Алтайского края от стены до опубликованного ответа (Отклик должен работать).",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nКоды возврата:%n",
        exitCodeList = {"0:ответ стоит на стене ровно один раз", "1:что-то пошло не так", "2:неверные ключи"})
public final class DemoCommand implements Callable<Integer> {

    @Mixin
    private StateOption state = new StateOption();

    @Override
    public Integer call() throws InterruptedException {
        Ports ports = state.folder().runningPorts();
        var demo = new DemoRun(
                new OtklikClient(ports.http(Port.GATEWAY)),
                new Wall(new OtklikClient(ports.http(Port.SIMULATORS))),
                new Storyteller(System.out));
        try {
            return demo.run() ? 0 : 1;
        } catch (OtklikUnreachable e) {
            throw new LaunchException(String.valueOf(e.getMessage()), e);
        }
    }
}
