package fr.jalon.ecran;

import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Addresses write {@code a-poster} for {@code A_POSTER}, as {@link Filtre#ecrire} does; both are read, whatever else is a wrong value (400). */
@Configuration
class EnumsDesAdresses implements WebMvcConfigurer {
  @Override
  public void addFormatters(FormatterRegistry registre) {
    registre.addConverterFactory(new ParNom());
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static final class ParNom implements ConverterFactory<String, Enum> {
    @Override
    public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
      return texte -> texte.isBlank() ? null : (E) Enum.valueOf(type, texte.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
