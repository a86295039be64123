@echo off
rem Starts the command line of go-toolchain. Needs Java 17 or newer: JAVA_HOME, else java on the PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "shared="
if exist "%~dp0lib\go-toolchain.jsa" set shared="-XX:SharedArchiveFile=%~dp0lib\go-toolchain.jsa" -Xlog:disable -Xlog:all=error:stderr
"%java%" -Xmx64m -Xss512k -XX:+UseSerialGC -Xshare:auto %GO_TOOLCHAIN_JAVA_OPTS% %shared% -jar "%~dp0lib\go-toolchain.jar" %*
exit /b %ERRORLEVEL%
