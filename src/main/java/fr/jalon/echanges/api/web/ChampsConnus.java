package fr.jalon.echanges.api.web;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** A field that the API does not know is refused by its name: a misspelt field would else be lost in silence. Only for what the API receives. */
@Configuration
class ChampsConnus {

  @Bean
  JsonMapperBuilderCustomizer champsDeLApi() {
    return mappeur -> mappeur.addHandler(new DeserializationProblemHandler() {
      @Override
      public boolean handleUnknownProperty(DeserializationContext contexte, JsonParser lecture, ValueDeserializer<?> lecteur,
          Object objetOuClasse, String champ)
          throws JacksonException {
        Class<?> type = objetOuClasse instanceof Class<?> c ? c : lecteur == null ? Object.class : lecteur.handledType();
        if (type != null && type.getName().startsWith(ChampsConnus.class.getPackageName())) {
          throw UnrecognizedPropertyException.from(lecture, type, champ, lecteur == null ? null : lecteur.getKnownPropertyNames());
        }
        return false;
      }
    });
  }
}
