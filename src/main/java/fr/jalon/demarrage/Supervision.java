package fr.jalon.demarrage;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * What a supervision (Prometheus and the like) asks of each server: times by page, pools, memory, and what Spring Boot (pools) and rooms add with
 * a {@link MeterBinder}. Names no person nor agent, holds no address but the shape of pages. Only with {@code JALON_MESURES_JETON}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnExpression("!'${jalon.mesures.jeton:}'.isBlank()")
class Supervision {
    private static final int JETON_AU_MOINS = 24;

    @Bean
    PrometheusMeterRegistry mesures(ObjectProvider<MeterBinder> pieces) {
        var mesures = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Stream.of(new JvmMemoryMetrics(), new JvmGcMetrics(), new JvmThreadMetrics(), new ProcessorMetrics(),
            new FileDescriptorMetrics(), new UptimeMetrics())
            .forEach(m -> m.bindTo(mesures));
        pieces.forEach(p -> p.bindTo(mesures));
        return mesures;
    }

    /** Beside the health, and before all the rest: the times hold the waits of the filters too. */
    @Bean
    FilterRegistrationBean<PageDesMesures> pageDesMesures(PrometheusMeterRegistry mesures, @Value("${jalon.mesures.jeton}") String jeton) {
        if (jeton.strip().length() < JETON_AU_MOINS) {
            throw new DemarrageImpossible("JALON_MESURES_JETON doit compter au moins %d caractères tirés au hasard, par exemple : openssl rand -hex 24.".formatted(JETON_AU_MOINS));
        }
        var inscription = new FilterRegistrationBean<>(new PageDesMesures(mesures, jeton.strip()));
        inscription.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return inscription;
    }
}
