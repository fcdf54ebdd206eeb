package fr.jalon;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
@SpringBootApplication
public class Jalon { public static void main(String[] a){ SpringApplication.run(Jalon.class,a);} }
