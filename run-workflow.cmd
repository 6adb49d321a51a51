@echo off
rem Executes a workflow without a window and writes its tables and pictures: run-workflow examples\the-post
rem Builds the nodes and the runner first where they are missing; run-workflow --rebuild ... builds them in any case. --help lists the options.
setlocal
set "FRAMEWORK="
set "RUNNER="
set "ROOT=%~dp0"
set "PLUGINS=%ROOT%workbench\product\target\repository\plugins"
set "MODULES=plugin,workbench/org.knime.core,workbench/org.knime.core.ui,workbench/org.knime.workbench.repository,workbench/runner,workbench/product"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

if "%~1"=="--rebuild" goto build
if exist "%PLUGINS%\org.modelcollapse.runner_*.jar" goto run

:build
echo run-workflow: building the nodes and the runner (the first time needs the network and a few minutes) ... 1>&2
pushd "%ROOT%"
call mvn -q -B clean verify -DskipTests -pl "%MODULES%" 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
    echo run-workflow: the build failed, see above. It needs JDK 17 and Maven 3.8 or newer. 1>&2
    exit /b 2
)

:run
for %%f in ("%PLUGINS%\org.eclipse.osgi_*.jar") do set "FRAMEWORK=%%~f"
for %%f in ("%PLUGINS%\org.modelcollapse.runner_*.jar") do set "RUNNER=%%~f"
if not defined RUNNER (
    echo run-workflow: there is no runner in "%PLUGINS%": build it by run-workflow --rebuild. 1>&2
    exit /b 2
)
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo run-workflow: "%JAVA%" is not there or does not run: install JDK 17. 1>&2
    exit /b 2
)
"%JAVA%" -Djava.awt.headless=true "-Dmodelcollapse.plugins=%PLUGINS%" -cp "%FRAMEWORK%;%RUNNER%" org.modelcollapse.runner.launch.Launcher %*
exit /b %ERRORLEVEL%
