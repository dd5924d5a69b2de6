package se.tillsyn.web.http;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.release.ReleaseCatalogue;

/** Puts the rules of this package in front of every page. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {

    private final ShownResolver shown;

    HttpConfiguration(ShownResolver shown) {
        this.shown = shown;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(shown);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ParameterRules())
                .excludePathPatterns("/api/**")
                .excludePathPatterns(DataPaths.TOLERANT);
        registry.addInterceptor(revalidated()).addPathPatterns("/sv/**", "/en/**");
    }

    /** Pages may be kept but are asked for again each time, so that no reader sees two releases on one walk. */
    private static WebContentInterceptor revalidated() {
        WebContentInterceptor pages = new WebContentInterceptor();
        pages.setCacheSeconds(0);
        pages.setCacheControl(org.springframework.http.CacheControl.noCache().cachePublic());
        return pages;
    }

    /** Every view is a page, whatever its address ends with: a fault below {@code …/x.json} would be sent as JSON. */
    @Bean
    static BeanPostProcessor viewsArePages() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ThymeleafViewResolver views) {
                    views.setForceContentType(true);
                }
                return bean;
            }
        };
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PathLocale();
    }

    /** Behind the headers that every answer has, before anything that costs. */
    @Bean
    FilterRegistrationBean<CrowdLimit> crowdLimit(WaitingRequests waiting, Dictionary dictionary) {
        FilterRegistrationBean<CrowdLimit> registration =
                new FilterRegistrationBean<>(new CrowdLimit(waiting, dictionary));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** The innermost, since it keeps what the page itself answers. */
    @Bean
    FilterRegistrationBean<PageCache> pageCache(ReleaseCatalogue releases) {
        FilterRegistrationBean<PageCache> registration = new FilterRegistrationBean<>(new PageCache(releases));
        registration.addUrlPatterns("/sv/*", "/en/*");
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
