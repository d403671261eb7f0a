# Pasar KIM in a container. The database is a server of its own: see docker-compose.yml.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Kim.Market.Web --configuration Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
    && apt-get install -y --no-install-recommends libvips-tools zbar-tools \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o app -g app /data
COPY --from=build /app /app
WORKDIR /app
USER app

# The container's own address; docker-compose.yml shows it to the machine's loopback only.
ENV ASPNETCORE_URLS=http://+:8080 \
    KIM_DATA=/data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["./Kim.Market.Web"]
CMD ["serve"]
