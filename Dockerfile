FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# The projects come first: packages are restored anew only when one of these files has changed.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY engine/Engine.csproj engine/
COPY strategies/Strategies.csproj strategies/
COPY strategies/Contract/Strategies.Contract.csproj strategies/Contract/
COPY strategies/Fuel/Strategies.Fuel.csproj strategies/Fuel/
COPY strategies/Stub/Strategies.Stub.csproj strategies/Stub/
COPY strategies/Worker/Strategies.Worker.csproj strategies/Worker/
COPY feeds/Feeds.csproj feeds/
COPY grain-interfaces/GrainInterfaces.csproj grain-interfaces/
COPY grains/Grains.csproj grains/
COPY api/Api.csproj api/
COPY grpc/Grpc.csproj grpc/
COPY silo/Silo.csproj silo/
RUN dotnet restore silo
COPY . .
RUN dotnet publish silo -c Release --no-restore -o /app && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The image's user owns the folder, so a new volume is the user's, too.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
ENV URLS=http://+:8080 \
    ASPNETCORE_HTTP_PORTS= \
    Storage__Path=/data
USER $APP_UID
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["dotnet", "MarketMaker.Silo.dll", "--healthcheck"]
ENTRYPOINT ["dotnet", "MarketMaker.Silo.dll"]
